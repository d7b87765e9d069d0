"""Society: persons and organisations, the issues they tackle, and the places where they do so."""
