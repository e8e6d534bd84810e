#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

// Writes a view and its map together, front to back. Private to this stage.

namespace pullquote::text {

/// A place in the original, in both of its units.
struct Origin {
  std::uint32_t byte = 0;
  std::uint32_t code_point = 0;
};

class ViewBuilder {
 public:
  std::string view;
  std::vector<MapStep> steps;

  [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(view.size()); }

  /// Code points that each take `view_width` bytes in the view and `byte_width` in the original.
  void run(std::string_view in_view, std::uint8_t view_width, std::uint8_t byte_width, Origin origin);
  /// Text that stands as a whole for all that the original has from `origin` to whatever comes next.
  void piece(std::string_view in_view, Origin origin);
  /// What the original has from `origin` on does not show.
  void nothing(Origin origin);
  /// Replaces what was written since `begin` by text that stands for it as a whole.
  void merge(std::uint32_t begin, std::string_view in_view);
  /// Both texts end here.
  void close(Origin end_of_original) {
    steps.push_back({end(), end_of_original.byte, end_of_original.code_point, 0, 0});
  }

 private:
  void check_length() const;
};

}  // namespace pullquote::text
