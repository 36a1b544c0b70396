import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type OfAnchor<Props> = Omit<ComponentProps<'a'>, keyof Props | 'style'> & Props;

/** Links in the product's clothes whose addresses the router checks. */
export const TextLink = createLink((props: OfAnchor<AnchorProps>) => <Anchor {...props} />);
export const ButtonLink = createLink((props: OfAnchor<ButtonProps>) => <Button component="a" {...props} />);
export const RailLink = createLink((props: OfAnchor<NavLinkProps>) => <NavLink component="a" {...props} />);
