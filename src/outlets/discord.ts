import type { Installation } from '../installation.ts';
import type { Outlet } from './outlet.ts';
export function discordOutlet(_installation: Installation, _token: string): Promise<Outlet> {
  throw new Error('not yet');
}
