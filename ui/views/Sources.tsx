/** How the model works in a few sentences. */

export function Sources() {
  return (
    <section class="card sources" aria-label="How it works">
      <details>
        <summary>How it works</summary>
        <p>
          Every patient and every link worker is simulated as an individual. Patients are referred, wait, are
          seen, and are helped towards a community service with limited places. Many need holding meanwhile:
          contact while they wait, preparation for change, support that would otherwise fall to the GP, and
          someone to bear witness to their distress. Contacts take hours and carry emotional load. Both
          exhaust link workers day by day; exhaustion slows them, makes them ill more often and, past a
          threshold, burns them out. Those who leave hand over their cases, leave a vacancy, and load those
          who stay.
        </p>
        <p>
          Every future is the same team with other luck. Scenarios meet the same patients and the same luck,
          so that a difference between them is the policy's, not chance's.
        </p>
      </details>
    </section>
  );
}
