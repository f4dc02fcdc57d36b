-- Areas have labels since this version; a registry that was stored before says nothing of them.
UPDATE registry_documents
SET document = json_set(document, '$.areas', json((
    SELECT json_group_array(json(json_set(area.value, '$.labels', json('[]'))))
    FROM json_each(registry_documents.document, '$.areas') AS area)))
WHERE name = 'registry';
