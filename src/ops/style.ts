import { WriteStream } from 'node:tty';

/** How a text may look where it is written. */
export interface Style {
  colour: boolean;
  /** OSC 8 links. Terminals that have colours either know them or pass over them. */
  links: boolean;
}

/** What a stream shows, by the usual rules: a terminal, or `FORCE_COLOR`, and no `NO_COLOR`. */
export function styleOf(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Style {
  const asked = env.NO_COLOR === undefined && (stream.isTTY === true || env.FORCE_COLOR !== undefined);
  const colour = asked && WriteStream.prototype.getColorDepth.call(stream, env) > 1;
  return { colour, links: colour };
}
