'use strict';
// What `npm start` runs: check, install, build, each only when needed; then the program itself.

require('./node-version.cjs').requireNode();
const { install, isInstalled } = require('./install.cjs');
const { build, isBuilt } = require('./build.cjs');

if (!isInstalled() || !isBuilt()) {
  require('./alone.cjs').alone(() => {
    install();
    build();
  });
}
require('./run.cjs').run();
