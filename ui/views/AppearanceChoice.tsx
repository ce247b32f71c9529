/** In the page's header: light or dark colours, and the large view for a projector. */
import { type Appearance, COLOURS, type Colours } from "../appearance";
import { text } from "../text/text";

export function AppearanceChoice({ colours, isProjected }: Appearance) {
  const { title, names, projector } = text.appearance;
  return (
    <div class="appearance">
      <label>
        {title}{" "}
        <select
          value={colours.value}
          onChange={(event) => {
            colours.value = event.currentTarget.value as Colours;
          }}
        >
          {COLOURS.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button secondary"
        aria-pressed={isProjected.value ? "true" : "false"}
        onClick={() => {
          isProjected.value = !isProjected.value;
        }}
      >
        {projector}
      </button>
    </div>
  );
}
