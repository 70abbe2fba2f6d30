'use strict';
// Run before the tests and the development server: the first steps work on any Node.

require('./node-version.cjs').requireNode();
const { install, isInstalled } = require('./install.cjs');

if (!isInstalled()) require('./alone.cjs').alone(install);
