/** The name of a site among the others. */
export interface RowSiteName {
  title: string;
  /** What tells it from another one with this title; empty where the title alone does. */
  mark: string;
  /** Both in one line. */
  line: string;
}

/** Whose a row is, in a list of several sites: shortly, by what tells the site from the others. */
export function RowSite({ site }: { site: RowSiteName }) {
  return (
    <span className="row-site" title={site.line}>
      {site.mark || site.title}
    </span>
  );
}
