"""The layouts of the latest round: common papers, drawn by somebody who had not seen the rules.

They are measured before any rule meets them. When the next round is drawn, they join `measured`.
"""

from tests.samples.documents.fresh import asylum as asylum
from tests.samples.documents.fresh import correspondence as correspondence
from tests.samples.documents.fresh import family as family
from tests.samples.documents.fresh import housing as housing
from tests.samples.documents.fresh import internal as internal
from tests.samples.documents.fresh import justice as justice
from tests.samples.documents.fresh import leaving as leaving
from tests.samples.documents.fresh import livelihood as livelihood
from tests.samples.documents.fresh import office as office
from tests.samples.documents.fresh import schooling as schooling
from tests.samples.documents.fresh import travel as travel
from tests.samples.documents.fresh import work as work
