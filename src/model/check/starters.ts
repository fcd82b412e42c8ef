/** Words that begin English sentences and are no names. A sentence that begins with another one must have it from the source. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  `a an the this that these those it its they their there he she we such
  in on at by for from of to with without within under over after before since until while when where as if once
  and but or also however meanwhile separately according although because both each every all any no not only some several many most
  also another here now then there so still yet thus today yesterday part parts earlier later further together apart
  except instead among between through during until upon across against along towards beyond regarding concerning subject due
  nothing nobody none nor neither either half much more most less few fewer certain other existing current previous
  applications applicants approvals approval authorities announcement announcements asked buyers changes companies compliance
  compliant controlled control controls customs decision decisions details effective enforcement entities equipment
  exemptions export exporters exporting exports firms foreign further general goods government imports importers individual
  information items licence licences license licenses licensed licensing measures ministry national new notice notices officials
  one operators other others overseas permits products recipients related relevant regulations requests restrictions review
  rules sales shipments shippers spokesperson spokesman spokeswoman suppliers suspension technical technology the trade transfers users
  what who which whether whoever`
    .split(/\s+/)
    .filter(Boolean),
);

/** Written large wherever they stand: months and weekdays, whose values are checked as dates, and the words of numbering. */
export const wordsWithCapitals: ReadonlySet<string> = new Set(
  `January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  No Nos Announcement Announcements Notice Notices Order Decree Article Articles Section Paragraph Annex`
    .split(/\s+/)
    .filter(Boolean),
);
