// The page /docs: Swagger UI with the OpenAPI document.
SwaggerUIBundle({ url: "/api/v1.0/openapi.json", dom_id: "#api", deepLinking: true, validatorUrl: null });
