"""Recording a session that was held."""
