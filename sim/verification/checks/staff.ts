/** Leaving, vacancies and recruitment (docs/model.md, sections 7.7 and 7.8). */
import { Entry } from "../../record/eventLog";
import type { Recorded } from "../../record/measures";
import type { Changes } from "../../scenario";
import { Level } from "../../state";
import type { Check, Finding } from "../check";
import { meanFinding } from "../finding";
import { leaving, NO_PATIENTS_WORDS } from "../reductions";
import { alternatingPost, gapAfterNotice, staffing } from "../theory/staff";
import { Reader, TimeAverages } from "../watch";

const perYear = (count: number, days: number): number => count / (days / 260);
/** What the totals say about posts and leaving. */
export const staffNumbers = ({ totals: t }: Recorded) => ({
  vacancy: 1 - t.filledPostDays / t.postDays,
  leavers: perYear(t.notices, t.postDays),
  leaversInPost: perYear(t.notices, t.filledPostDays),
});

/** Share of time with 0, 1 … n posts filled. */
class FilledPosts extends TimeAverages {
  constructor(readonly n: number) {
    super(n + 1, ({ state: { levels } }, shares) => {
      shares.fill(0);
      shares[levels.value[Level.Filled]] = 1;
    });
  }

  get shares(): number[] {
    return Array.from({ length: this.n + 1 }, (_, k) => this.mean(k));
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const K1 = { n: 7, hazard: 0.1, days: 65 };
const TIMES_TO_HIRE: Record<string, Changes> = {
  exponential: { "recruitment.shape": 1 },
  "Erlang (3 steps)": { "recruitment.shape": 3 },
  fixed: { "recruitment.distribution": "deterministic" },
};
const vacancyCheck: Check = {
  id: "K1",
  family: "Alternating renewal",
  title: "Vacancies, whatever the distribution of the time to recruit",
  reduction: NO_PATIENTS_WORDS,
  source: "Cox (1962), Renewal Theory",
  settings: leaving(K1.n, K1.hazard, K1.days),
  observe(lab) {
    const post = alternatingPost(K1.hazard, 0, K1.days);
    const team = staffing(K1.n, K1.hazard, K1.days, 0);
    return Object.entries(TIMES_TO_HIRE).flatMap(([name, changes]) => {
      const model = lab.sample(
        {
          ...{ changes, part: name, replications: 40, days: 50 * 260, settling: 260 },
          watch: () => new FilledPosts(K1.n),
        },
        (recorded, { shares }) => ({
          ...staffNumbers(recorded),
          full: shares[K1.n],
          twoVacant: sum(shares.slice(0, K1.n - 1)),
        }),
      );
      const twoVacant = sum(team.states.slice(0, K1.n - 1));
      return [
        meanFinding(`${name}: vacancy`, "share of posts", post.vacancy, model.vacancy),
        meanFinding(`${name}: leavers`, "per post-year", post.leaversPerPostYear, model.leavers),
        meanFinding(`${name}: no vacancy`, "share of time", team.pFull, model.full),
        meanFinding(`${name}: two vacancies or more`, "share of time", twoVacant, model.twoVacant),
      ];
    });
  },
};

const L1 = { n: 7, hazard: 0.25, days: 65 };
function birthDeathCheck(
  id: string,
  title: string,
  contagion: number,
  changes: Changes,
  words: string,
): Check {
  return {
    id,
    family: "Birth–death process of staff",
    title,
    reduction: `${NO_PATIENTS_WORDS} ${words}`,
    source: "Feller (1950); insensitivity: Kelly (1979)",
    settings: { ...leaving(L1.n, L1.hazard, L1.days), ...changes },
    observe(lab) {
      const theory = staffing(L1.n, L1.hazard, L1.days, contagion);
      const model = lab.sample(
        { replications: 40, days: 60 * 260, settling: 520, watch: () => new FilledPosts(L1.n) },
        (recorded, { shares }) => ({
          ...staffNumbers(recorded),
          filled: sum(shares.map((share, k) => share * k)),
          variance: sum(shares.map((share, k) => share * (k - theory.meanFilled) ** 2)),
          full: shares[L1.n],
          ...Object.fromEntries(shares.map((share, k) => [`p${k}`, share])),
        }),
      ) as Readonly<Record<string, readonly number[]>>;
      return [
        meanFinding("link workers in post", "people", theory.meanFilled, model.filled),
        meanFinding("variance of that", "people²", theory.sdFilled ** 2, model.variance),
        meanFinding("leavers", "per post-year", theory.leaversPerPostYear, model.leavers),
        ...distributionOf(theory.states, model),
      ];
    },
  };
}

/** The states that are seen often enough for a standard error. */
const distributionOf = (
  states: readonly number[],
  model: Readonly<Record<string, readonly number[]>>,
): readonly Finding[] =>
  states.flatMap((p, k) =>
    p < 1e-3 ? [] : [meanFinding(`${k} in post`, "share of time", p, model[`p${k}`])],
  );

const U1 = { hazard: 0.25, days: 65, notice: 20, n: 20 };
const noticeCheck: Check = {
  id: "U1",
  family: "Renewal with notice",
  title: "Vacancies when recruitment starts at notice",
  reduction: `${NO_PATIENTS_WORDS} Notice is 20 working days.`,
  source: "Cox (1962), Renewal Theory",
  settings: { ...leaving(U1.n, U1.hazard, U1.days), "turnover.noticeDays": U1.notice },
  observe(lab) {
    return [1, 3].flatMap((steps) => {
      const gap = gapAfterNotice(U1.days, steps, U1.notice);
      const post = alternatingPost(U1.hazard, U1.notice, gap.meanGap);
      const name = steps === 1 ? "exponential" : `Erlang (${steps} steps)`;
      const model = lab.sample(
        {
          ...{ replications: 40, days: 20 * 260, settling: 520, part: name },
          changes: { "recruitment.shape": steps },
          watch: () => new Gaps(),
        },
        (recorded, { departures, gaps, days }) => ({
          ...staffNumbers(recorded),
          noGap: 1 - gaps / departures,
          gap: days / departures,
        }),
      );
      return [
        meanFinding(`${name}: vacancy`, "share of posts", post.vacancy, model.vacancy),
        meanFinding(`${name}: leavers`, "per post-year", post.leaversPerPostYear, model.leavers),
        meanFinding(`${name}: no gap`, "share of departures", gap.pNoGap, model.noGap),
        meanFinding(`${name}: mean gap`, "working days", gap.meanGap, model.gap),
      ];
    });
  },
};

/** Departures that have been filled again, those of them after which the post was vacant, and for how long in all. */
class Gaps extends Reader {
  departures = 0;
  gaps = 0;
  days = 0;
  private readonly vacantSince = new Map<number, number>();

  constructor() {
    super((_, { time, entry, place }) => {
      if (entry === Entry.Departed) this.vacantSince.set(place, time);
      const since = this.vacantSince.get(place);
      if (entry !== Entry.Hired || since === undefined) return;
      this.departures++;
      this.days += time - since;
      if (time > since) this.gaps++;
    });
  }
}

export const staffChecks: readonly Check[] = [
  vacancyCheck,
  birthDeathCheck("L1", "How many of seven posts are filled", 0, {}, ""),
  birthDeathCheck(
    "L1-contagion",
    "How many of seven posts are filled when vacancies make others leave",
    3,
    {
      "turnover.contagion": 3,
      "turnover.window": L1.days,
      "recruitment.distribution": "deterministic",
    },
    "Each leaver in the last 65 working days raises it; as posts take exactly that long to fill, these are the vacancies.",
  ),
  noticeCheck,
];
