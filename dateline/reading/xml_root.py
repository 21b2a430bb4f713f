"""The root element of an XML file, which must be whole and declare no entities."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import parse

from dateline.errors import ReadingError
from dateline.reading.files import File

__all__ = ["local_name", "root_of"]


def root_of(file: File) -> Element:
    """Parse a file.

    Raises:
        ReadingError: It is no XML, declares entities, or an encoding that there is not.
        OSError: It cannot be opened.
    """
    with file.open() as stream:
        try:
            root: Element = parse(stream).getroot()
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise ReadingError(
                f"no XML that can be read: {str(error)[:80]}", "a whole file"
            ) from error
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
