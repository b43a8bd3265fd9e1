"""The layouts of the latest round: common papers, drawn by somebody who had not seen the rules.

They are measured before any rule meets them. When the next round is drawn, they join `measured`.
"""

from tests.samples.documents.fresh import accounts as accounts
from tests.samples.documents.fresh import applications as applications
from tests.samples.documents.fresh import asylum_decisions as asylum_decisions
from tests.samples.documents.fresh import asylum_papers as asylum_papers
from tests.samples.documents.fresh import births as births
from tests.samples.documents.fresh import contracts as contracts
from tests.samples.documents.fresh import courts as courts
from tests.samples.documents.fresh import criminal as criminal
from tests.samples.documents.fresh import decisions as decisions
from tests.samples.documents.fresh import departure as departure
from tests.samples.documents.fresh import earnings as earnings
from tests.samples.documents.fresh import health as health
from tests.samples.documents.fresh import housing as housing
from tests.samples.documents.fresh import languages as languages
from tests.samples.documents.fresh import letters as letters
from tests.samples.documents.fresh import marriages as marriages
from tests.samples.documents.fresh import passports as passports
from tests.samples.documents.fresh import records as records
from tests.samples.documents.fresh import registers as registers
from tests.samples.documents.fresh import schools as schools
from tests.samples.documents.fresh import service as service
from tests.samples.documents.fresh import support as support
from tests.samples.documents.fresh import titles as titles
