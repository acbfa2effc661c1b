import { Component, type ReactNode } from 'react';
import { CrashPage } from './CrashPage.tsx';

interface ErrorBoundaryProps {
  children: ReactNode;
}

/** Catches what a view throws (a defect of ours) and keeps the words that are not on disk yet in sight. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { problem: unknown }> {
  override state: { problem: unknown } = { problem: null };

  static getDerivedStateFromError(problem: unknown) {
    return { problem: problem ?? new Error('unknown') };
  }

  override render() {
    return this.state.problem === null ? this.props.children : <CrashPage problem={this.state.problem} />;
  }
}
