'use strict';
// What `npm start` runs: check, install, build, each only when needed; then the program itself.

require('./node-version.cjs').requireNode();
require('./install.cjs').install();
require('./build.cjs').build();
require('./run.cjs').run();
