/** Small marks: faces and icons, drawn here so that nothing is fetched. */

const PATHS = {
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Zm6.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  thread: 'M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z',
  file: 'M4 1.5h5l3 3v10H4zM9 1.5v3h3M6 8h4M6 10.5h4',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.5a2.5 2.5 0 0 1 5 0v2',
  hash: 'M6.5 2.5l-1.5 11M11 2.5l-1.5 11M3 6h11M2 10h11',
  close: 'M4 4l8 8M12 4l-8 8',
  send: 'M2.5 13.5l11-5.5-11-5.5v4.2l6 1.3-6 1.3z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  clock: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8 4.5V8l2.5 1.5',
} as const;

export const Icon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg className="mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
);

const COLOURS = ['#4a6b8a', '#7a5c86', '#6b7a3f', '#8a5f4a', '#3f7a74', '#86604a', '#5a5f9c', '#8a4a64'];

/** The first letter on a colour of one's own; the app has the mark of the room. */
export function Face({ name, kind }: { name: string; kind: 'person' | 'app' | 'slack' }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const background = kind === 'app' ? '#2f5d62' : kind === 'slack' ? '#5c5f66' : COLOURS[sum % COLOURS.length];
  return (
    <span className="face" style={{ background }} aria-hidden="true">
      {kind === 'app' ? '連' : kind === 'slack' ? 'S' : [...name][0]}
    </span>
  );
}
