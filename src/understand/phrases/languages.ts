import type { Language } from '../../domain/source.ts';
import { en } from './en.ts';
import type { Phrases } from './phrases.ts';
import { zh } from './zh.ts';

export const phrases: Record<Language, Phrases> = { en, zh };
