/** The diaries of the page's futures, for the views that read them. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Diaries } from "../../diaries";

const DiariesContext = createContext<Diaries | null>(null);
export const DiariesProvider = DiariesContext.Provider;

/** The way to the diaries, inside any view. */
export function useDiaries(): Diaries {
  const diaries = useContext(DiariesContext);
  if (diaries === null) throw new Error("This view stands outside the page.");
  return diaries;
}
