/** A round picture of somebody: their initials, on a colour that is always theirs. */

const colours = ["#e17076", "#7bc862", "#e5a64e", "#65aadd", "#a695e7", "#ee7aae", "#6ec9cb"];

export function Avatar({
  name,
  isBot = false,
  size = 52,
}: {
  readonly name: string;
  readonly isBot?: boolean;
  readonly size?: number;
}) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join("");
  return (
    <svg class="avatar" width={size} height={size} viewBox="0 0 52 52" aria-hidden="true">
      <circle cx="26" cy="26" r="26" fill={isBot ? "#1f8a70" : colours[sum % colours.length]} />
      {isBot ? (
        <path
          d="M18.500 38V15h10.500a8.300 8.300 0 0 1 0 16.600H24V38z M24 20.200v6.400h4.600a3.200 3.200 0 0 0 0-6.400z"
          fill="#fff"
          fill-rule="evenodd"
        />
      ) : (
        <text x="26" y="33" text-anchor="middle" font-size="20" font-weight="600" fill="#fff">
          {initials}
        </text>
      )}
    </svg>
  );
}
