import { CommentsView } from '../features/comments/CommentsView.tsx';
import { LibraryNotice } from '../features/library/LibraryNotice.tsx';
import { OutboxView } from '../features/outbox/OutboxView.tsx';
import { SearchView } from '../features/search/SearchView.tsx';
import { SettingsView } from '../features/settings/SettingsView.tsx';
import { WritingView } from '../features/writing/WritingView.tsx';
import { Bar } from './Bar.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FrameStatus } from './FrameStatus.tsx';
import { Navigation } from './Navigation.tsx';
import { usePlace } from './place.tsx';

/** The window once there is something in it: bar, navigation, the view, status line. */
export function Frame() {
  return (
    <div className="app">
      <Bar />
      <LibraryNotice />
      <Navigation />
      <ErrorBoundary>
        <CurrentView />
      </ErrorBoundary>
      <FrameStatus />
    </div>
  );
}

function CurrentView() {
  const { place } = usePlace();
  switch (place.view) {
    case 'comments':
      return <CommentsView />;
    case 'search':
      return <SearchView />;
    case 'outbox':
      return <OutboxView />;
    case 'settings':
      return <SettingsView />;
    default:
      return <WritingView />;
  }
}
