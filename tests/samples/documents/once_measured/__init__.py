"""Layouts that were only measured until rules were changed looking at what failed on them.

They belong to the `development` split now, and figures from them prove nothing any more.
"""

from tests.samples.documents.once_measured import asylum as asylum
from tests.samples.documents.once_measured import departure as departure
from tests.samples.documents.once_measured import family as family
from tests.samples.documents.once_measured import identity as identity
from tests.samples.documents.once_measured import letters as letters
from tests.samples.documents.once_measured import living as living
from tests.samples.documents.once_measured import titles as titles
from tests.samples.documents.once_measured import work as work
