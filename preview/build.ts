import { archive } from './posts/archive.ts';
import type { Column, Scene, Section } from './scene.ts';
import { sections } from './scenes/index.ts';
import { openStage, type Stage } from './stage.ts';

/** A scene and what people saw of it. */
export interface PlayedScene extends Omit<Scene, 'play'> {
  columns: Column[];
}

export interface PlayedSection extends Omit<Section, 'scenes'> {
  scenes: PlayedScene[];
}

export interface Played {
  sections: PlayedSection[];
  /** What the bot sent that Discord would not have taken; none, one hopes. */
  violations: Stage['discord']['violations'];
  /** What time it was in the end. */
  now: number;
  /** Names of roles, channels and people by their ids. */
  names: ReadonlyMap<string, string>;
}

/** Plays every scene, in order. Throws where one cannot be played. */
export async function playAll(): Promise<Played> {
  const [busy, empty] = [await openStage({ filled: true }), await openStage({ filled: false })];
  try {
    await fill(busy);
    const played: PlayedSection[] = [];
    for (const { scenes, ...section } of sections) {
      const done: PlayedScene[] = [];
      for (const scene of scenes) done.push(await playOne(scene, { busy, empty }));
      played.push({ ...section, scenes: done });
    }
    return {
      sections: played,
      violations: [...busy.discord.violations, ...empty.discord.violations],
      now: busy.clock.now(),
      names: new Map([...busy.names(), ...empty.names()]),
    };
  } finally {
    await busy.close();
    await empty.close();
  }
}

async function playOne(
  { play, ...scene }: Scene,
  stages: Parameters<Scene['play']>[0],
): Promise<PlayedScene> {
  try {
    return { ...scene, columns: await play(stages) };
  } catch (cause) {
    throw new Error(`The scene ${scene.id} cannot be played`, { cause });
  }
}

/** The first read of every listing: a baseline, which nobody is told of. */
async function fill(stage: Stage): Promise<void> {
  for (const [at, listing, post] of archive) {
    stage.publish(listing, { ...post, publishedAt: Date.parse(`${at.replace(' ', 'T')}:00+08:00`) });
  }
  await stage.poll();
}
