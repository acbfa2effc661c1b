import { classNames } from './class-names.ts';
import { initialsOf, tintOf } from './initials.ts';

type TileProps = {
  name: string;
  /** The person at this computer: paper on ink. */
  me?: boolean;
  /** 40 px instead of 28. */
  large?: boolean;
};

/** A picture made of initials: no network, no tracking. The name stands beside it, so it is not read aloud. */
export function Tile({ name, me = false, large = false }: TileProps) {
  const tint = me ? 'me' : `t${tintOf(name)}`;
  return (
    <span className={classNames('tile', tint, large && 'large')} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
