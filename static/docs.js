SwaggerUIBundle({ url: "/api/v1.0/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });
