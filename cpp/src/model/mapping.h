#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace pullquote::model {

/// The bytes of a file: mapped read-only and private where the system can, read otherwise. Throws
/// Error(kModelNotFound).
class Mapping {
 public:
  explicit Mapping(const std::filesystem::path& path);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
  std::vector<std::byte> read_;  // what `bytes_` views where the file is not mapped
};

}  // namespace pullquote::model
