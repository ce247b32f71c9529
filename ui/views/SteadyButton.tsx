/** A button that stays where the keyboard is when there is nothing left for it to do, instead of losing the focus. */
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

interface SteadyButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onClick"> {
  readonly isPossible: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

export function SteadyButton({ isPossible, onClick, children, ...rest }: SteadyButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isPossible ? undefined : "true"}
      onClick={isPossible ? onClick : undefined}
    >
      {children}
    </button>
  );
}
