import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const nodeVersion = './src/node-version.mjs';

/** The real program as a process of its own, so that it can be killed like one. It prints where we print. */
export class Bot {
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | null = null;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  start(): void {
    this.#process = this.#run('src/main.ts');
  }

  /** Leaves it no time for anything. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** @returns its exit status. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Runs a terminal command on the same installation. */
  async wire(...args: string[]): Promise<number | null> {
    const [status] = await once(this.#run('src/cli.ts', ...args), 'exit');
    return status;
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const process = this.#process;
    if (!process || process.exitCode !== null) return process?.exitCode ?? null;
    const exited = once(process, 'exit');
    process.kill(signal);
    const [status] = await exited;
    this.#process = null;
    return status;
  }

  #run(file: string, ...args: string[]): ChildProcess {
    return spawn(process.execPath, ['--import', nodeVersion, file, ...args], {
      cwd: root,
      env: this.#env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
}
