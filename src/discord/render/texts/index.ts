import type { Language } from '../../../domain/source.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';

export const texts: Record<Language, Texts> = { en, zh };
