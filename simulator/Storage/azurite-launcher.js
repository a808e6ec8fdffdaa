// Runs Azurite's table service until its standard input ends. The input ends when the starting process closes it or is gone,
// however it went: that is what leaves no orphan behind.
'use strict';

process.stdin
  .on('end', () => {
    // Azurite closes on SIGINT and writes its data; a client that holds a connection open must not keep it from ending.
    process.kill(process.pid, 'SIGINT');
    setTimeout(() => process.exit(1), 5000).unref();
  })
  .resume();

require('azurite/dist/src/table/main.js');
