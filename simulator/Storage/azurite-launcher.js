// Runs Azurite's table service until its standard input ends. The input ends when the starting process closes it or is gone,
// however it went: that is what leaves no orphan behind.
'use strict';

// Ctrl+C in a terminal reaches every process there. Storage must outlive the rest, which still has a scorecard to read from it:
// what Azurite wants to do on SIGINT waits for the end of the input.
const once = process.once;
process.once = (event, handler) => once.call(process, event === 'SIGINT' ? 'input-ended' : event, handler);
process.on('SIGINT', () => {});

process.stdin
  .on('end', () => {
    // Azurite closes and writes its data; a client that holds a connection open must not keep it from ending.
    process.emit('input-ended', 'SIGINT');
    setTimeout(() => process.exit(1), 5000).unref();
  })
  .resume();

require('azurite/dist/src/table/main.js');
