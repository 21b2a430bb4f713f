"""Files that hold files: archives, office documents, web archives and pages saved as one file.

`unpacking` hands on what is in an archive, `office` what a document of office programs consists of;
`warc` and `saved_page` read the pages in theirs.
"""

from __future__ import annotations
