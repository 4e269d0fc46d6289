import { Component, type ReactNode } from 'react';
import { CrashPage } from './crash-page.tsx';

/** Catches a screen that breaks while drawing, so that the frame around it stays. */
export class Crash extends Component<{ readonly children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <CrashPage /> : this.props.children;
  }
}
