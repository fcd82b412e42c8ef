import { live, type Scene } from './newsroom.ts';
import { dieBeforeStep, stepsTaken, stepwiseFetcher, stepwiseMessenger } from './steps.ts';

const [scene, step] = process.argv.slice(2).map((argument) => JSON.parse(argument)) as [Scene, number];

await live(scene, (ports, messenger) => {
  dieBeforeStep(step);
  return {
    ports: { ...ports, fetcher: stepwiseFetcher(ports.fetcher) },
    messenger: stepwiseMessenger(messenger),
  };
});
process.stdout.write(String(stepsTaken()));
