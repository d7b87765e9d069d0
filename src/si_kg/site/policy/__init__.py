"""Policy: the measures a government can take, the programmes that fund, and what stands around."""
