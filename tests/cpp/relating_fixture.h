#pragma once

#include <ostream>
#include <string_view>

#include "entities_fixture.h"

namespace pullquote::entities {

/// An article whose names are marked, "[Ana Reyes/PERSON] met [Acme/ORG].", and what the stage makes of them: no test
/// of linking depends on how names are found, or on the lists of the day.
class Related : public Findings {
 public:
  explicit Related(std::string_view marked);

 private:
  struct Marks;
  explicit Related(Marks marks);
};

/// A phenomenon of linking, shown on one article.
struct RelatedCase {
  const char* what;
  const char* article;
  const char* clusters;
};
inline void PrintTo(const RelatedCase& c, std::ostream* out) { *out << c.what; }

}  // namespace pullquote::entities
