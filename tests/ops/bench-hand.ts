/** What a workbench runs in its test: says who it is, or does as it is told. */
process.on('message', (job: string) => {
  if (job === 'leave') process.exit(3);
  if (job !== 'think') process.send?.(`${process.pid}: ${job}`);
});
process.send?.('ready');
