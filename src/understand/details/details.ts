import type { Details } from '../../domain/details.ts';
import type { Passage } from '../passage.ts';
import { controlCodesOf, hsCodesOf } from './codes.ts';
import { commentsUntilOf } from './comments.ts';
import { issuersOf } from './issuers.ts';
import { relationsOf } from './relations.ts';
import { spokespersonOf } from './spokesperson.ts';
import { thresholdsOf } from './thresholds.ts';

/** What a text states beyond its Facts, each with the words that state it. Pure and linear. */
export function detailsOf(passage: Passage): Details {
  return {
    relations: relationsOf(passage),
    controlCodes: controlCodesOf(passage),
    hsCodes: hsCodesOf(passage),
    thresholds: thresholdsOf(passage),
    issuers: issuersOf(passage),
    spokesperson: spokespersonOf(passage),
    commentsUntil: commentsUntilOf(passage),
  };
}
