"""From the inbox to the spool: find settled files, receive them, and only then remove them."""
