'use strict';
// Run before the tests and the development server: the first steps work on any Node.

require('./node-version.cjs').requireNode();
require('./install.cjs').install();
