/** Cases are measured in turn, round by round, so that a busy moment of the machine does not fall on one of them only. */
import { max, median, min } from "d3-array";

/** What one measurement gives: values by name, with the unit in the name. */
export type Figures = Readonly<Record<string, number>>;

export interface Case {
  readonly name: string;
  /** Measured in this many rounds; those that take long are measured less often. */
  readonly rounds: number;
  readonly measure: () => Figures | Promise<Figures>;
  /** Done once before the first round, so that code is compiled and workers are started. */
  readonly prepare?: () => unknown;
  readonly close?: () => void;
}

export interface Row {
  readonly case: string;
  readonly figure: string;
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** Every figure of every round, by case. */
export type Taken = ReadonlyMap<string, readonly Figures[]>;

/** Which cases, by a text in their names, and in how many rounds at most. */
export interface Some {
  readonly case?: string;
  readonly rounds?: number;
}

/** Measures all cases, or some, in turn; `onRound` hears of every round. */
export async function measureAll(
  cases: readonly Case[],
  { case: text = "", rounds: most = Number.POSITIVE_INFINITY }: Some,
  onRound: (round: number, rounds: number) => void,
): Promise<Taken> {
  const some = cases.filter(({ name }) => name.includes(text));
  const taken = new Map<string, Figures[]>(some.map(({ name }) => [name, []]));
  const rounds = Math.min(most, Math.max(0, ...some.map((c) => c.rounds)));
  try {
    for (const c of some) await c.prepare?.();
    for (let round = 0; round < rounds; round++) {
      onRound(round, rounds);
      for (const c of some) if (round < c.rounds) taken.get(c.name)!.push(await c.measure());
    }
  } finally {
    for (const c of cases) c.close?.();
  }
  return taken;
}

/** One row a figure, over the rounds. */
export function rowsOf(taken: Taken): Row[] {
  return [...taken].flatMap(([name, all]) =>
    Object.keys(all[0] ?? {}).map((figure) =>
      rowOf(
        name,
        figure,
        all.map((figures) => figures[figure]),
      ),
    ),
  );
}

/** How a ratio of two cases is called. */
export const ratioName = (a: string, b: string, figure: string): Pick<Row, "case" | "figure"> => ({
  case: `${a} ÷ ${b}`,
  figure: `ratio of ${figure}`,
});

/** `figure` of one case divided by that of another, round by round; null where one was not measured. */
export function ratioRow(taken: Taken, [a, b]: readonly [string, string], figure: string): Row | null {
  const [over, under] = [taken.get(a) ?? [], taken.get(b) ?? []];
  const ratios = over.slice(0, under.length).map((figures, round) => figures[figure] / under[round][figure]);
  const name = ratioName(a, b, figure);
  return ratios.length > 0 ? rowOf(name.case, name.figure, ratios) : null;
}

function rowOf(name: string, figure: string, values: readonly number[]): Row {
  return { case: name, figure, minimum: min(values)!, median: median(values)!, maximum: max(values)! };
}
