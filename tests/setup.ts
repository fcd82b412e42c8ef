import fc from 'fast-check';

// The same examples on every machine and at every run, so that a change is judged by itself.
// To look for new ones: FC_SEED=$RANDOM npx vitest run
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20310313) });
