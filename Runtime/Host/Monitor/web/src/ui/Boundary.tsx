import { Component, type ComponentChildren } from 'preact';
import { Icon } from './Icon';
import { Text } from './Text';

interface Props {
  /** What could not be shown, for the message. */
  what: string;
  /** The reader's way on: another one clears the fault. */
  place: string;
  children: ComponentChildren;
}

/** Keeps a fault of a part to that part: the rest of the page goes on. */
export class Boundary extends Component<Props, { fault?: string; place?: string }> {
  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps(props: Props, state: { fault?: string; place?: string }) {
    return props.place === state.place ? null : { fault: undefined, place: props.place };
  }

  render() {
    if (this.state.fault === undefined) return <>{this.props.children}</>;
    return (
      <div class="state error" role="alert">
        <Icon name="warn" />
        <span>{this.props.what} cannot be shown: <Text value={this.state.fault} /></span>
      </div>
    );
  }
}
