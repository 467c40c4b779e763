"""How pages look and speak: components, form fields, charts, style sheets."""
