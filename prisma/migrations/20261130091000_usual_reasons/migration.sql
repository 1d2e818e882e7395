-- The four lists of reasons that installations of before have empty get the usual reasons, once. A list in which an administrator has written
-- anything stays as it is. The wordings are those a new commune begins with, and unverified like them.
INSERT INTO "supplement_reason" ("communeId", "code", "validFrom", "kind", "position", "text", "unverified")
SELECT c."id", usual.code, DATE '2025-07-01', usual.kind::"ReasonKind", usual.position, usual.text, TRUE
FROM "commune" c
CROSS JOIN (
  VALUES
    ('REFUSAL', 'not-ours', 9, 'Không thuộc thẩm quyền giải quyết của xã'),
    ('REFUSAL', 'not-entitled', 10, 'Người nộp không thuộc đối tượng thực hiện thủ tục này'),
    ('REFUSAL', 'filed-twice', 11, 'Trùng với hồ sơ đã nộp, đang được giải quyết'),
    ('RETURN', 'other-department', 12, 'Không thuộc việc của phòng'),
    ('RETURN', 'result-faulty', 13, 'Văn bản kết quả còn sai sót, cần sửa'),
    ('RETURN', 'basis-lacking', 14, 'Thiếu căn cứ hoặc ý kiến thẩm định'),
    ('EXTENSION', 'awaits-agency', 15, 'Chờ cơ quan phối hợp trả lời'),
    ('EXTENSION', 'to-be-verified', 16, 'Cần xác minh thêm tại thực địa'),
    ('EXTENSION', 'system-down', 17, 'Hệ thống hoặc đường truyền bị gián đoạn'),
    ('STOP', 'never-completed', 18, 'Đã yêu cầu bổ sung nhưng người nộp không bổ sung'),
    ('STOP', 'never-paid', 19, 'Người nộp không thực hiện nghĩa vụ tài chính'),
    ('STOP', 'told-to-stop', 20, 'Có văn bản của cơ quan có thẩm quyền yêu cầu dừng')
) AS usual (kind, code, position, text)
WHERE NOT EXISTS (
  SELECT 1 FROM "supplement_reason" r WHERE r."communeId" = c."id" AND r."kind" = usual.kind::"ReasonKind"
)
ON CONFLICT DO NOTHING;
