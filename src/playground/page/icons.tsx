/** The page's few drawings, on a grid of 24. They say nothing themselves: the button they are on has a label. */
const paths = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-6 16-2.5-6.5z",
  clip: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.6 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7.500",
  mic: "M12 4a2.500 2.500 0 0 0-2.500 2.500v5a2.500 2.500 0 0 0 5 0v-5A2.500 2.500 0 0 0 12 4zM6.500 11a5.500 5.500 0 0 0 11 0M12 16.500V20",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  keyboard: "M4 7h16v10H4zM8 11h.01M12 11h.01M16 11h.01M9 14.500h6",
  file: "M7 3.500h7l4 4v13H7zM14 3.500v4h4",
  pin: "M12 21s-6.500-5.800-6.500-11a6.500 6.500 0 0 1 13 0c0 5.200-6.500 11-6.500 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  play: "M8 5.500v13l11-6.500z",
  pause: "M8 5.500v13M16 5.500v13",
  plus: "M12 5v14M5 12h14",
  link: "M9 15L18 6M11 6h7v7",
  check: "M3 12.500l4.500 4.500L16 7.500M12 16.500l.5.5L21 7.500",
  clock: "M12 7v5l3.500 2M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17z",
  menu: "M5 7h14M5 12h14M5 17h14",
  image: "M4 5h16v14H4zM4 16l4.500-4.500 4 4 3-3L20 17M15.500 9h.01",
  lock: "M6.500 11h11v9h-11zM9 11V8a3 3 0 0 1 6 0v3",
  copy: "M9 9h10v11H9zM6 15H5V4h10v2",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500a7.500 7.500 0 0 1 15 0",
} as const;

export function Icon({ name, size = 24 }: { readonly name: keyof typeof paths; readonly size?: number }) {
  const filled = name === "send" || name === "play";
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
